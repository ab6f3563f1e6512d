import { readXml } from './xml.ts';

/** What a chart says: its words, then each series with its categories and values. */
export function readChart(xml: Uint8Array): readonly string[] {
  const words: string[] = [];
  const series: string[] = [];
  const path: string[] = [];
  let row: { name: string[]; categories: string[]; values: string[] } | null = null;
  readXml(xml, {
    open(name) {
      path.push(name);
      if (name === 'c:ser') row = { name: [], categories: [], values: [] };
    },
    text(text) {
      const element = path.at(-1);
      if (element === 'a:t' && text.trim() !== '') words.push(text.trim());
      if (element !== 'c:v' || !row) return;
      const part = path.findLast((one) => one === 'c:tx' || one === 'c:cat' || one === 'c:xVal' || one === 'c:val' || one === 'c:yVal');
      (part === 'c:tx' ? row.name : part === 'c:cat' || part === 'c:xVal' ? row.categories : row.values).push(text);
    },
    close(name) {
      path.pop();
      if (name !== 'c:ser' || !row) return;
      const { categories, values } = row;
      const length = Math.max(categories.length, values.length);
      const points = Array.from({ length }, (_, index) =>
        [categories[index], values[index]].filter((one) => one !== undefined).join(' = '),
      );
      series.push(`${row.name.join(' ')}: ${points.join('; ')}`);
      row = null;
    },
  });
  return [...(words.length === 0 ? [] : [words.join(' ')]), ...series];
}

/** What a diagram says, point by point. */
export function readDiagram(xml: Uint8Array): readonly string[] {
  const points: string[] = [];
  const path: string[] = [];
  let held = '';
  readXml(xml, {
    open: (name) => void path.push(name),
    text(text) {
      if (path.at(-1) === 'a:t') held += text;
    },
    close(name) {
      path.pop();
      if (name !== 'a:p' && name !== 'dgm:pt') return;
      if (held.trim() !== '') points.push(held.trim());
      held = '';
    },
  });
  return points;
}
