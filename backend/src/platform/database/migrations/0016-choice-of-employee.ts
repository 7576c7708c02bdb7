import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether citizens may look for times by the employee's language or name. Closed until somebody has decided otherwise. */
export class ChoiceOfEmployee1763900000016 implements MigrationInterface {
  readonly name = 'ChoiceOfEmployee1763900000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE appointment_type_version ADD COLUMN employee_choice text NOT NULL DEFAULT 'NONE'
  CONSTRAINT appointment_type_version_employee_choice CHECK (employee_choice IN ('NONE','LANGUAGE','PERSON'));
-- A type opens the choice, and each person's own mark lets the name be shown: some employees must not be found by name.
ALTER TABLE employee ADD COLUMN named_to_citizens boolean NOT NULL DEFAULT false;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
