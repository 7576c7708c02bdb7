/** A number of the organisation, which is also called from abroad: `+358501234567` as people read it, `+358 50 123 4567`. */
export function readableNumber(number: string): string {
  return number.replace(/^(\+358)(\d{2})(\d{3})(\d+)$/, '$1 $2 $3 $4');
}
