import type { Catalogue } from '../../catalogue.ts';
import type { exhibits as original } from '../../en/print/exhibits.ts';
import { words } from '../words.ts';

export const exhibits: Catalogue<typeof original> = {
  'exhibits.title': words['verdict-check.exhibits'],
  'exhibits.note':
    '证据页面绘于框内，任何标注均不遮盖其内容；大于框的页面按比例缩小。表单域和批注所显示的内容一并绘出，其中任何动作均不保留。未以页面呈现的证据以说明页代表，说明页载明其原件是否附于本文件。',
  'exhibits.stamp': ' · 第 {{page}} 页，共 {{pages}} 页',
  'slip.file': words['label.file-name'],
  'slip.type': words['label.type'],
  'slip.size': words['label.size'],
  'slip.sha256': words['label.sha256'],
  'slip.source': words['label.source'],
  'slip.acquired': '取得',
  'slip.findings': '内容',
  'slip.native': '本证据没有页面。',
  'slip.covered': '调查人以涉及私密或令人不适为由遮盖本证据，未收入本文件；此处载明其哈希值以便识别。',
  'slip.encrypted': '此 PDF 已加密，无密码不能呈现其页面。',
  'slip.damaged': '本证据的页面无法呈现：文件已损坏，或与其类型不符。',
  'slip.differs':
    '本证据第 {{problem}} 页按印刷绘出后，与 Casewright 在屏幕上显示的不一致。为使签署的内容与证据所示相同，其页面概不在此绘出。',
  'slip.unread': '读取器未能打开本证据，或已被停止，故其页面概不在此绘出。',
  'slip.too-many-pixels': '此图片声称有 {{problem}} 像素，超出可显示范围。',
  'slip.too-large': '本证据过大，无法附于 PDF。其原件保存在保险库中。',
  'slip.too-heavy': '制备本证据页面所需时间或内存超过许可，已停止：{{problem}}',
  'slip.empty': '本证据为空文件。',
  'slip.attached': '原件附于本 PDF，名为 {{name}}。',
  'slip.not-attached': '原件未附于本 PDF。',
  'slip.text-read': 'Casewright 读取的文字',
  'slip.text-note': '仅供阅读参考；原件方为证据。',
  'slip.text-note-left': '仅供阅读参考；原件方为证据。此处印出前 {{shown}} 段，其余 {{left}} 段未印。',
};
