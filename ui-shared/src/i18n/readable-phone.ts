const FINNISH = /^\+358(\d{2})(\d{3})(\d{3,5})$/;

/** A number as it is read aloud and dialled in Finland: `040 123 4567`; one of another country in groups after its plus. */
export function readablePhone(phone: string): string {
  const finnish = FINNISH.exec(phone);
  if (finnish) return [`0${finnish[1] ?? ''}`, finnish[2], finnish[3]].join(' ');
  return /^\+\d+$/.test(phone) ? `+${phone.slice(1).replace(/\B(?=(\d{3})+$)/g, ' ')}` : phone;
}
