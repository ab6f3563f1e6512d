import type { Catalogue } from '../../catalogue.ts';
import type { cover as original } from '../../en/print/cover.ts';
import { words } from '../words.ts';

export const cover: Catalogue<typeof original> = {
  'cover.kind': words['word.case-file'],
  'cover.mandate': words['word.mandate'],
  'cover.no-mandate': '未记录调查委托。',
  'cover.release': words['word.release'],
  'cover.release-value': '第 {{number}} 次',
  'cover.released-by': '签发人',
  'cover.released-at': '签发时间',
  'cover.zone': '所示时间的时区',
  'cover.standard': words['label.standard-of-proof'],
  'cover.counts': '内容',
  'cover.counts-value': '时序表事件 {{events}} 项 · 证据 {{exhibits}} 件 · 相关人员 {{parties}} 名',
  'cover.signed-with': '签署所用证书',
  'cover.alleged': '除标明“已认定”者外，本案卷所载一切均属据称。调查人认定有证据支持且无争议的事件，方标为已认定；对指控的结论另行成文。',
};
