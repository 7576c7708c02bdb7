import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A video has an address: that there is one was said of a service, but not where. No released version ever showed or wrote the mark,
 * so it goes in one step.
 */
export class SignLanguageVideo1763900000017 implements MigrationInterface {
  readonly name = 'SignLanguageVideo1763900000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE service DROP COLUMN sign_language_video;
ALTER TABLE service ADD COLUMN sign_language_video_url text
  CONSTRAINT service_sign_language_video_url CHECK (sign_language_video_url ~ '^(https://|http://(127\\.0\\.0\\.1|localhost)[:/])');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
