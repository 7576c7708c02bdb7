import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever removes a session, the processes that hold a stream of it hear of it when that is committed. */
export class EndedSessionsAreTold1763900000014 implements MigrationInterface {
  readonly name = 'EndedSessionsAreTold1763900000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The form of a live event: organisation, subject, version (LiveListener).
CREATE FUNCTION tell_ended_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('vuoro_live', OLD.organisation_id || ' session:' || OLD.id_hash || ' ');
  RETURN NULL;
END $$;
CREATE TRIGGER session_ended AFTER DELETE ON session FOR EACH ROW WHEN (OLD.surface IN ('CITIZEN','EMPLOYEE')) EXECUTE FUNCTION tell_ended_session();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
