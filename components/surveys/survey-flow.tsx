import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { cx } from '@/components/ui/cx';
import { Section } from '@/components/ui/section';
import type { Definition } from '@/lib/widget/definition';
import { computeFlow, computeLanes, type FlowStep } from './flow-steps';

/** Heights and widths of the drawing, in pixels: the ways beside the list meet its rows. */
const ROW = 76;
const LANE = 14;
const END_ROW = 44;

type Props = { draft: Definition; shownKey: string | null; onShow: (key: string | null) => void };

/** The logic of a survey as a flow: its questions from the first to the end, and beside them the ways that skip some. */
export function SurveyFlow({ draft, shownKey, onShow }: Props) {
  const steps = computeFlow(draft);
  const lanes = computeLanes(steps);
  const width = 12 + LANE * (1 + Math.max(-1, ...lanes.map(({ lane }) => lane)));
  return (
    <Section
      title="Flow"
      description="Every way leads forward and comes to the end. Choose a question to see it above."
    >
      <Card className="flex">
        <ol className="min-w-0 flex-1">
          {steps.map((step, position) => (
            <Step
              key={step.question.key}
              step={step}
              position={position}
              end={steps.length}
              isShown={step.question.key === shownKey}
              onShow={() => onShow(step.question.key)}
            />
          ))}
          <li style={{ height: END_ROW }}>
            <StepButton isShown={shownKey === null} onShow={() => onShow(null)}>
              <span className="font-medium">End: {draft.thanks.title}</span>
            </StepButton>
          </li>
        </ol>
        {lanes.length > 0 && <Ways lanes={lanes} width={width} rows={steps.length} />}
      </Card>
    </Section>
  );
}

function Step(props: {
  step: FlowStep;
  position: number;
  end: number;
  isShown: boolean;
  onShow: () => void;
}) {
  const { step, position, end, isShown, onShow } = props;
  const skips = step.exits.filter(({ when }) => when);
  const ways = skips.map(({ to, when }) => `${when}: ${to === end ? 'to the end' : `to question ${to + 1}`}`);
  const isLast = position + 1 === end;
  return (
    <li style={{ height: ROW }}>
      <StepButton isShown={isShown} onShow={onShow}>
        <span className="block truncate font-medium">
          {position + 1}. {step.question.text}
        </span>
        <span className="block truncate text-sm text-ink-mute">
          {step.askedIf ? `Asked if ${step.askedIf}` : 'Asked of everybody who comes here'}
        </span>
        <span className="block truncate text-sm text-ink-mute">
          {ways.length > 0
            ? `${ways.join('; ')}; else ${isLast ? 'to the end' : 'on'} ↓`
            : `${isLast ? 'To the end' : 'On'} ↓`}
        </span>
      </StepButton>
    </li>
  );
}

function StepButton(props: { isShown: boolean; onShow: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={props.isShown}
      onClick={props.onShow}
      className={cx(
        'block w-full min-w-0 overflow-hidden rounded-md border px-3 py-1 text-left text-base hover:border-ink-mute',
        props.isShown ? 'border-accent bg-sunken' : 'border-line',
      )}
    >
      {props.children}
    </button>
  );
}

/** What the rows say in words, as lines from where they leave to where they come. */
function Ways(props: { lanes: { from: number; to: number; lane: number }[]; width: number; rows: number }) {
  const { lanes, width, rows } = props;
  const height = rows * ROW + END_ROW;
  return (
    <svg aria-hidden="true" width={width} height={height} className="shrink-0 text-ink-mute" fill="none">
      {lanes.map(({ from, to, lane }) => {
        const [x, leaves] = [10 + lane * LANE, from * ROW + 40 + lane * 4];
        const comes = to * ROW + 16;
        return (
          <g key={`${from} ${to} ${lane}`} stroke="currentColor" strokeWidth="1.5">
            <path d={`M0 ${leaves}H${x}V${comes}H2`} />
            <path d={`M7 ${comes - 4}L2 ${comes}L7 ${comes + 4}`} />
          </g>
        );
      })}
    </svg>
  );
}
