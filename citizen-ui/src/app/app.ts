import { Component } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LanguageSwitch, LiveAnnouncer, SkipLink, Toasts } from '@vuoro/ui-shared';

@Component({
  selector: 'app-root',
  imports: [LanguageSwitch, LiveAnnouncer, RouterLink, RouterOutlet, SkipLink, Toasts, TranslocoPipe],
  templateUrl: './app.html',
})
export class App {}
