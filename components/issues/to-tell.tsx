import { Download, Mail } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { buttonStyle } from '@/components/ui/control-style';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { formatCount } from '@/lib/core/format';
import { draftFor, mailtoHref } from './tell-draft';

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
  const draft = draftFor(title, shippedAt);
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
        <div className="flex flex-wrap gap-3">
          {people > 0 && (
            <a href={exportHref} download className={buttonStyle()}>
              <Download aria-hidden />
              Who they are (CSV)
            </a>
          )}
          <a href={mailtoHref(draft)} className={buttonStyle()}>
            <Mail aria-hidden />
            Open as an e-mail
          </a>
        </div>
        <Field
          name="draft"
          label="What the draft says"
          hint="Put the addresses from the file in Bcc, so that nobody sees who else complained."
        >
          {(control) => (
            <Textarea
              {...control}
              readOnly
              rows={9}
              defaultValue={`Subject: ${draft.subject}\n\n${draft.body}`}
            />
          )}
        </Field>
      </Card>
    </Section>
  );
}

function People({ count, href }: { count: number; href: string }) {
  const text = formatCount(count, 'person', 'people');
  return count === 0 ? text : <TextLink href={href}>{text}</TextLink>;
}
