import { Download } from 'lucide-react';
import { Menu } from '@/components/ui/menu';

const FORMATS = [
  { format: 'xlsx', label: 'Excel (XLSX)' },
  { format: 'csv', label: 'CSV' },
  { format: 'json', label: 'JSON' },
  { format: 'jira', label: 'CSV for Jira’s import' },
] as const;

/** Takes the list as it is narrowed and weighted now out as a file. */
export function ExportMenu({ href, query }: { href: string; query: string }) {
  return (
    <Menu
      size="small"
      trigger={
        <>
          <Download aria-hidden />
          Export
        </>
      }
    >
      {FORMATS.map(({ format, label }) => (
        // A plain link: a file is no page to go to.
        <a
          key={format}
          href={`${href}?format=${format}${query ? `&${query}` : ''}`}
          download
          className="flex min-h-9 w-full items-center rounded px-2.5 py-1.5 font-medium transition-colors hover:bg-hover coarse:min-h-11"
        >
          {label}
        </a>
      ))}
    </Menu>
  );
}
