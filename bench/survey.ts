import { measureBrowser } from './survey/browser';
import { measureKills } from './survey/kills';
import { openProduct } from './survey/product';
import { measureSizes } from './survey/sizes';
import { measureThroughput } from './survey/throughput';

// `npm run bench -- survey [PART …]`: sizes, browser, throughput, kills; all of them unless told. The last three run the web
// server of `npm start` on a database of their own.
const parts = ['sizes', 'browser', 'throughput', 'kills'] as const;
const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !(parts as readonly string[]).includes(part));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}: ${parts.join(', ')}.`);
const isWanted = (part: (typeof parts)[number]) => wanted.length === 0 || wanted.includes(part);

const product = await openProduct();
try {
  if (isWanted('sizes')) await measureSizes(product);
  if (isWanted('browser')) await measureBrowser(product);
  if (isWanted('throughput')) await measureThroughput(product);
  if (isWanted('kills')) await measureKills(product);
} finally {
  await product.close();
}
