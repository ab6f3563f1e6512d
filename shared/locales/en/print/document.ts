/** What stands around the chapters of a case file: title, stamp, contents. */
export const document = {
  'document.title': '{{reference}} · {{title}} · case file',
  'page.stamp': '{{reference}} · release {{number}} · page {{page}} of {{pages}}',
  'list.separator': ', ',
  quote: '“{{text}}”',
  bytes: '{{count}} bytes',
  'contents.title': 'Contents',
} as const;
