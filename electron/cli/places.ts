/** The zone this computer is set to: for times that belong to no case. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
