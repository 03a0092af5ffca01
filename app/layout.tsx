import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { parseTheme, THEME_COOKIE, themeClass } from '@/components/ui/theme';
import { DARK_TOKENS, LIGHT_TOKENS } from '@/components/ui/tokens';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Verbatim', template: '%s · Verbatim' },
  description: 'What customers say, ranked and explained.',
  icons: { icon: { url: '/favicon.svg', type: 'image/svg+xml' } },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: LIGHT_TOKENS.canvas },
    { media: '(prefers-color-scheme: dark)', color: DARK_TOKENS.canvas },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" className={themeClass(theme)}>
      <body className="bg-canvas font-sans print:bg-transparent text-base text-ink antialiased">
        {children}
      </body>
    </html>
  );
}
