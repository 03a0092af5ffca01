import { InputError, OutputClosed, UsageError } from './command-error';

interface Command {
  /** The words after the command's name, in one line. */
  usage: string;
  help: string;
  run(args: string[]): Promise<void>;
}

/** Loaded only when called: a command must not pay for what another one needs. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  annotate: () => import('./annotate'),
  themes: () => import('./themes'),
  rank: () => import('./rank'),
};

const OVERVIEW = `Usage: npm run -s voc -- COMMAND ...

Commands: ${Object.keys(COMMANDS).join(', ')}
COMMAND --help tells more.`;

const EXIT_BAD_INPUT = 1;
const EXIT_WRONG_USAGE = 2;

async function main([name, ...args]: string[]): Promise<void> {
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(OVERVIEW);
    return;
  }
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    const known = Object.keys(COMMANDS).join(', ');
    fail(
      name === undefined ? `Name a command: ${known}` : `No command "${name}"; there are: ${known}`,
      EXIT_WRONG_USAGE,
    );
    return;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help);
    return;
  }
  try {
    await command.run(args);
  } catch (error) {
    if (error instanceof OutputClosed) return;
    if (isWrongUsage(error)) fail(`${firstLine(error)} (usage: ${command.usage})`, EXIT_WRONG_USAGE);
    else if (error instanceof InputError) fail(firstLine(error), EXIT_BAD_INPUT);
    else
      fail(
        `Unexpected failure: ${error instanceof Error ? firstLine(error) : String(error)}`,
        EXIT_BAD_INPUT,
      );
  }
}

/** Ours, or what node:util's parseArgs throws about an unknown or unfinished option. */
const isWrongUsage = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

const firstLine = (error: Error): string => error.message.split('\n', 1)[0] ?? '';

function fail(message: string, exitCode: number): void {
  process.stderr.write(`voc: ${message}\n`);
  process.exitCode = exitCode;
}

await main(process.argv.slice(2));
