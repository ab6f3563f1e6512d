import type { Catalogue } from '../../catalogue.ts';
import type { options as original } from '../../en/terminal/options.ts';

export const options: Catalogue<typeof original> = {
  'option.json': '输出 JSON',
  'option.help': '显示本说明',
  'option.user': '口令所属的用户；保险库有多位用户时需要',
  'option.go-on': '虽然发现保险库受损仍继续写入：填写提示中给出的词（账本会记录）',
  'option.passphrase-file': '从文件首行读取口令',
  'option.case': '案件编号',
  'option.case.several': '案件编号；保险库中有多个案件时必须指定',
  'option.title': '标题',
  'option.zone.event': '读取当地时间所用的时区，默认为案件时区',
  'option.source': '文件来自何人或何单位',
  'option.out': '写入何处；不覆盖任何内容',
  'option.locale': '案卷语言：en（默认）或 zh-CN',
};
