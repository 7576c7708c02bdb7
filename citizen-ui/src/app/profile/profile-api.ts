import { Service, inject } from '@angular/core';
import {
  Api,
  type ChangeCitizenProfileRequest,
  type CitizenProfileView,
  changeOwnProfile,
  confirmContact,
  requestContactCode,
} from '@vuoro/ui-shared/api';
import type { ContactChannel } from './contact-model';

/** Every call ends with an `ApiProblem` when it fails. */
@Service()
export class ProfileApi {
  private readonly api = inject(Api);

  /** @throws ApiProblem VERSION_CONFLICT when the details were changed elsewhere after they were read */
  change(version: number, change: ChangeCitizenProfileRequest): Promise<CitizenProfileView> {
    return this.api.invoke(changeOwnProfile, { body: change, 'If-Match': `"${version}"` });
  }

  async sendCode(channel: ContactChannel, value: string): Promise<void> {
    await this.api.invoke(requestContactCode, { body: { channel, value } });
  }

  confirm(channel: ContactChannel, code: string): Promise<CitizenProfileView> {
    return this.api.invoke(confirmContact, { body: { channel, code } });
  }
}
