import { Download } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { buttonStyle } from '@/components/ui/control-style';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { formatCount } from '@/lib/core/format';
import { draftFor } from './tell-draft';

type Props = {
  title: string;
  shippedAt: Date;
  people: number;
  withEmail: number;
  /** Open those people. */
  rowsHref: string;
  withEmailHref: string;
  exportHref: string;
};

/** The customers who complained, to be told that it is fixed: a file with them, and a draft of what to write. */
export function ToTell(props: Props) {
  const { title, shippedAt, people, withEmail, rowsHref, withEmailHref, exportHref } = props;
  return (
    <Section
      id="to-tell"
      title="Tell those who complained"
      description="People who hear what became of their complaint go on telling you what is wrong."
    >
      <Card className="space-y-4">
        <p>
          <People count={people} href={rowsHref} /> or accounts complained before it shipped and are still
          customers; of <People count={withEmail} href={withEmailHref} /> the e-mail address is known.
        </p>
        {people > 0 && (
          <a href={exportHref} download className={buttonStyle()}>
            <Download aria-hidden />
            Who they are (CSV)
          </a>
        )}
        <Field
          name="draft"
          label="A draft to write from"
          hint="Copy it into your e-mail, and put them in Bcc."
        >
          {(control) => <Textarea {...control} readOnly rows={9} defaultValue={draftFor(title, shippedAt)} />}
        </Field>
      </Card>
    </Section>
  );
}

function People({ count, href }: { count: number; href: string }) {
  const text = formatCount(count, 'person', 'people');
  return count === 0 ? text : <TextLink href={href}>{text}</TextLink>;
}
