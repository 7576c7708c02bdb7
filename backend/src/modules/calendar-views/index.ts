export { CalendarViewsModule } from './calendar-views.module.ts';
