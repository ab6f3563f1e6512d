import type { Catalogue } from '../../catalogue.ts';
import type { release as original } from '../../en/terminal/release.ts';

export const release: Catalogue<typeof original> = {
  'group.release': '已签署的案卷',
  'release.case-file': '编排并签署案卷',
  'release.list': '列出已签署的案卷',
  'done.signed': '案件 {{reference}} 第 {{number}} 次签发：{{pages}} 页，{{bytes}} 字节，SHA-256 {{sha256}}',
  'done.written': '已写入 {{path}}',
  'column.signed': '签署时间',
};
