import type { Catalogue } from '../catalogue.ts';
import type { log as english } from '../en/log.ts';

/** 将日志导入时间线：向导、结果，以及某行未能成为事件的原因。 */
export const log: Catalogue<typeof english> = {
  'problem.quote': '此处的引号没有闭合；该行已单独处理。',
  'problem.encoding': '其中部分字节在该日志的编码下不构成文字。',
  'problem.json': '不是 JSON 对象。',
  'problem.title': '标题所用的列为空。',
  'problem.time': '没有时间。',
  'problem.zone': '其时间未注明时区，且未选定时区。',
  'problem.zone-unknown': 'Casewright 不识别时区“{{zone}}”。',
  'problem.altered': '其边界、EDTF 与各字段不一致：自 Casewright 导出后已被改动。',
};
