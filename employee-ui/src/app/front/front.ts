import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({ selector: 'app-front', imports: [TranslocoPipe], templateUrl: './front.html' })
export class Front {}
