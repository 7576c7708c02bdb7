import { Global, Module } from '@nestjs/common';
import { Access } from './access.ts';
import { SessionEndings } from './session-endings.ts';

@Global()
@Module({ providers: [Access, SessionEndings], exports: [Access, SessionEndings] })
export class AccessModule {}
