import { Service, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';

/** A route's `title` is a text key; the document's title follows both the route and the language. */
@Service()
export class TranslatedTitle extends TitleStrategy {
  private readonly texts = inject(TranslocoService);
  private readonly title = inject(Title);
  private key: string | undefined;

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.key = this.buildTitle(snapshot);
    this.refresh();
  }

  refresh(): void {
    const name = this.texts.translate('application.name');
    this.title.setTitle(this.key ? `${this.texts.translate(this.key)} – ${name}` : name);
  }
}
