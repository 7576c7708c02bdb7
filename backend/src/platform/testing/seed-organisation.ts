import type { DataSource } from 'typeorm';

/** The organisation of most tests, and a second one that must never be seen from the first. */
export const testOrganisationId = '01900000-0000-7000-8000-000000000001';
export const otherOrganisationId = '01900000-0000-7000-8000-000000000002';

/** The host names by which requests find the two organisations. */
export const testHost = 'localhost';
export const otherHost = 'other.localhost';

/** Two organisations with nothing in them. */
export async function seedOrganisations(admin: DataSource): Promise<void> {
  const organisations = [
    { id: testOrganisationId, code: 'T1', name: 'Testialue', host: testHost, position: 1 },
    { id: otherOrganisationId, code: 'T2', name: 'Toinen alue', host: otherHost, position: 2 },
  ];
  for (const { id, code, name, host, position } of organisations) {
    const text = JSON.stringify({ fi: name, sv: name, en: name });
    await admin.query(
      `INSERT INTO organisation (id, code, oid, controller_oid, name, portal_name, citizen_host, employee_host, contact_phone, contact_text_number,
                                 contact_hours, contact_address, sms_sender, email_sender, position, created_at, updated_at)
       VALUES ($1, $2, '1.2.246.10.99999999.' || $5, '1.2.246.10.99999999.' || $5, $3::jsonb, $3::jsonb, $4, $4, '+358500000000', '+358500000001',
               $3::jsonb, $3::jsonb, 'Vuoro', 'no-reply@' || $4, $5::int, '2026-01-01T00:00Z', '2026-01-01T00:00Z')`,
      [id, code, text, host, position],
    );
  }
}
