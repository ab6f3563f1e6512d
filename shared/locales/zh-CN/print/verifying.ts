import type { Catalogue } from '../../catalogue.ts';
import type { verifying as original } from '../../en/print/verifying.ts';
import { words } from '../words.ts';

export const verifying: Catalogue<typeof original> = {
  'verifying.title': '如何核验本文件',
  'verifying.what':
    '本 PDF 带有电子签名（PAdES 基线 B 级），覆盖除签名本身数字以外的每一个字节，附件亦在其内。此后只要改动其中一个字节，pdfsig、openssl 与 Casewright 都会指出。核验不需要 Casewright，也不需要联网。',
  'verifying.time': '签署时间取自签署所用计算机自身的时钟，未经时间戳机构确认，不可作为可信时间依据。',
  'verifying.own-certificate':
    '签名证书由签署人自行制作，没有任何机构为其担保，因此程序会报告“签名有效，证书不受信任”，这属于正常情况。如需确认签署人身份，请将下列证书 SHA-256 指纹与签署人以其他途径（例如电话）提供的指纹相比对：',
  'verifying.issued-certificate': '签名证书由“签署与核验”页所列机构颁发。该机构是否可信，由阅读者判断。证书的 SHA-256 指纹：',
  'verifying.commands': words['label.commands'],
  'verifying.command-pdfsig': '签名是否有效，是否覆盖整个文件？（Poppler）',
  'verifying.command-qpdf': '文件结构是否完好？（qpdf）',
  'verifying.command-openssl': '单独核验签名（OpenSSL）',
  'verifying.command-attachments': '取出附件，并将其哈希值与证据清单比对（Poppler）',
  'verifying.command-casewright': '一次完成全部核验，并以通俗语言给出结论（Casewright，无需保险库）',
  'verifying.openssl-hint':
    'signature.der 是将 /Contents 的十六进制文本还原所得的字节，长度以其开头四个字节所示为准；signed-bytes 是 /ByteRange 所指的文件两部分依次相接。',
  'verifying.attachments': '附件说明',
  'verifying.attachment-manifest':
    'manifest.json：列明签名所用证书；每件证据的编号、SHA-256、大小，以及它在本文件中是以页面呈现、作为附件，还是未予收录及其原因；每一页的摘要；每个附件的哈希值；台账的头部。',
  'verifying.attachment-ledger':
    'ledger.jsonl：保险库的整个台账，逐行排列。与本案有关的条目为全文，均由经手人签署（Ed25519），载有前一条目的哈希值；含工作笔记的，仅列其在树中的哈希值；其余均仅为哈希值。清单所列的根（RFC 9162）可仅由各行算出。',
  'verifying.attachment-originals':
    '未以页面呈现的证据之原件，逐字节相同，以证据编号命名；说明页载明未附原件的除外。以页面呈现的证据，其原件保存在保险库中；有权取得者可将其 SHA-256 与证据清单比对。',
  'verifying.signs': '阅读说明',
  'verifying.alleged': '在调查人标为已认定之前，每一事件均标注“据称”。一方来源佐证而另一方来源反驳之处，标注“说法不一”。',
  'verifying.moments': '只有精确到秒的时间才视为时点，否则给出最早与最晚的界限。除另注时区外，当地时间均为 {{zone}} 时间。',
  'verifying.code-points': '无法印出、或会隐藏或颠倒相邻文字的字符，以其码位表示，例如 [U+202E]。',
};
