import type { Catalogue } from '../../catalogue.ts';
import type { document as original } from '../../en/print/document.ts';

export const document: Catalogue<typeof original> = {
  'document.title': '{{reference}} · {{title}} · 案卷',
  'page.stamp': '{{reference}} · 第 {{number}} 次签发 · 第 {{page}} 页，共 {{pages}} 页',
  'list.separator': '、',
  quote: '“{{text}}”',
  bytes: '{{count}} 字节',
  'contents.title': '目录',
};
