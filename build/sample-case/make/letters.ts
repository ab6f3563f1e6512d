/** One e-mail as its server kept it. Text goes out as base64 so that every byte survives. */
export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly cc?: string;
  readonly subject: string;
  /** RFC 5322 date, with the sender's own offset. */
  readonly date: string;
  readonly identifier: string;
  readonly inReplyTo?: string;
  readonly received: string;
  readonly text: string;
  readonly attachment?: {
    readonly name: string;
    readonly type: string;
    readonly text: string;
  };
}

export function makeLetter(letter: Letter): Uint8Array {
  const heads = [
    `Received: ${letter.received}`,
    `From: ${address(letter.from)}`,
    `To: ${address(letter.to)}`,
    ...(letter.cc === undefined ? [] : [`Cc: ${address(letter.cc)}`]),
    `Subject: ${encoded(letter.subject)}`,
    `Date: ${letter.date}`,
    `Message-ID: <${letter.identifier}@mail.lumenharbour.example>`,
    ...(letter.inReplyTo === undefined ? [] : [`In-Reply-To: <${letter.inReplyTo}@mail.lumenharbour.example>`]),
    'MIME-Version: 1.0',
  ];
  const body = part('text/plain; charset=utf-8', letter.text);
  if (letter.attachment === undefined) return Buffer.from([...heads, body].join('\r\n'), 'utf8');
  const fence = `----=_part_${letter.identifier}`;
  const attached = part(
    `${letter.attachment.type}; charset=utf-8\r\nContent-Disposition: attachment; filename="${letter.attachment.name}"`,
    letter.attachment.text,
  );
  return Buffer.from(
    [
      ...heads,
      `Content-Type: multipart/mixed; boundary="${fence}"`,
      '',
      `--${fence}`,
      body,
      `--${fence}`,
      attached,
      `--${fence}--`,
      '',
    ].join('\r\n'),
    'utf8',
  );
}

function part(type: string, text: string): string {
  const lines =
    Buffer.from(text, 'utf8')
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', '', ...lines, ''].join('\r\n');
}

function address(people: string): string {
  return people
    .split(', ')
    .map((one) => one.replace(/^(.*?) </, (_, name: string) => `${encoded(name)} <`))
    .join(', ');
}

/** RFC 2047 encoded word where the text is not plain ASCII. */
function encoded(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
}
