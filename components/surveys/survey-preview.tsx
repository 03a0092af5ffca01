'use client';

import { useState } from 'react';
import { languageName } from '@/components/feedback/language-name';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/input';
import { findUntranslated, localise } from '@/lib/surveys/localise';
import type { Look, SchemeName } from '@/lib/surveys/look';
import { pageStyle } from '@/lib/surveys/page-style';
import { renderSurveyPage } from '@/lib/surveys/render-page';
import type { Definition } from '@/lib/widget/definition';

const WIDTHS = { phone: 'w-[360px]', desktop: 'w-full' };

type Props = {
  draft: Definition;
  look: Look;
  /** Where the logo is to be had: a path of ours or what was chosen just now. */
  logoSrc: string | null;
  /** Light or dark whatever the browser wishes, to see both. */
  scheme?: SchemeName;
  shownKey: string | null;
  onShow: (key: string | null) => void;
};

/** The page as people will see it: the very document that the server sends, of the draft as it stands. */
export function SurveyPreview({ draft, look, logoSrc, scheme, shownKey, onShow }: Props) {
  const [device, setDevice] = useState<keyof typeof WIDTHS>('phone');
  const [wanted, setWanted] = useState('');
  const languages = [draft.language, ...Object.keys(draft.translations)];
  const language = languages.find((code) => code === wanted) ?? draft.language;
  const definition = localise(draft, language);
  const position = draft.questions.findIndex(({ key }) => key === shownKey);
  const question = definition.questions[position] ?? null;
  const page = renderSurveyPage({
    definition,
    languages: { written: draft.language, untranslated: findUntranslated(draft, language) },
    question,
    answers: {},
    style: pageStyle(scheme ? { ...look, scheme } : look),
    logo: logoSrc ? { src: logoSrc, text: look.logoText } : null,
    form: null,
  });
  const before = question ? draft.questions[position - 1] : draft.questions.at(-1);
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        {(['phone', 'desktop'] as const).map((name) => (
          <Button
            key={name}
            size="small"
            variant={name === device ? 'primary' : 'secondary'}
            aria-pressed={name === device}
            onClick={() => setDevice(name)}
          >
            {name === 'phone' ? 'Phone' : 'Desktop'}
          </Button>
        ))}
        {languages.length > 1 && (
          <Select
            aria-label="Language of the preview"
            className="min-w-32"
            value={language}
            onChange={({ target }) => setWanted(target.value)}
          >
            {languages.map((code) => (
              <option key={code} value={code}>
                {languageName(code)}
              </option>
            ))}
          </Select>
        )}
        <span className="ml-auto flex gap-2">
          <Button size="small" disabled={!before} onClick={() => onShow(before?.key ?? null)}>
            Page before
          </Button>
          <Button
            size="small"
            disabled={!question}
            onClick={() => onShow(draft.questions[position + 1]?.key ?? null)}
          >
            Next page
          </Button>
        </span>
      </div>
      <div className="overflow-x-auto rounded-lg border border-line bg-sunken p-2">
        <iframe
          title={`Preview of ${question ? `question ${position + 1}` : 'the last page'}`}
          srcDoc={page}
          // It has no script of its own; a page of another origin can do nothing here, and checks of it may run.
          sandbox="allow-scripts"
          className={`mx-auto block h-[32rem] max-w-full rounded border-0 ${WIDTHS[device]}`}
        />
      </div>
    </div>
  );
}
