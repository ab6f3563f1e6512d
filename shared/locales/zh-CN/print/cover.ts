import type { Catalogue } from '../../catalogue.ts';
import type { cover as original } from '../../en/print/cover.ts';

export const cover: Catalogue<typeof original> = {
  'cover.kind': '案卷',
  'cover.mandate': '调查授权',
  'cover.no-mandate': '未记录调查授权。',
  'cover.release': '发布',
  'cover.release-value': '第 {{number}} 次',
  'cover.released-by': '发布人',
  'cover.released-at': '发布时间',
  'cover.zone': '所示时间的时区',
  'cover.standard': '证明标准',
  'cover.counts': '内容',
  'cover.counts-value': '事件 {{events}} 项 · 证据 {{exhibits}} 件 · 当事人 {{parties}} 名',
  'cover.signed-with': '签署所用证书',
  'cover.alleged': '除标明“已确认”者外，本案卷所载一切均属指称。调查人认定有证据支持且无争议的事件，方标为已确认；对指称的结论另行成文。',
  'standard.balance-of-probabilities': '优势证据（盖然性权衡）',
  'standard.clear-and-convincing': '清楚而令人信服的证据',
  'standard.beyond-reasonable-doubt': '排除合理怀疑',
  'standard.other': '其他，见调查授权',
};
