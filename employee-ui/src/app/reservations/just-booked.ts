import { Service } from '@angular/core';

/** Hands the news of a booking over to the drawer that opens next: told there, since a toast would lie under it. */
@Service()
export class JustBooked {
  private reservationId: string | null = null;

  tell(reservationId: string): void {
    this.reservationId = reservationId;
  }

  /** Whether this is the one; told once. */
  take(reservationId: string): boolean {
    const isIt = this.reservationId === reservationId;
    this.reservationId = null;
    return isIt;
  }
}
