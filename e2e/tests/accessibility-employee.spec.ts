import { signInEmployee } from '../src/support/employee.ts';
import { describePages, EMPLOYEES_WIDTHS } from '../src/support/pages-under-axe.ts';
import { BOOKING_ROUTES, EMPLOYEE_PUBLIC_ROUTES, EMPLOYEE_ROUTES } from '../src/support/routes.ts';
import { bookingThings, employeesThings, type EmployeesThings } from '../src/support/things.ts';

const NOTHING: EmployeesThings = { teamPath: '', weekPath: '', drawerPath: '' };

describePages('employees before sign-in', EMPLOYEE_PUBLIC_ROUTES, EMPLOYEES_WIDTHS, () => Promise.resolve(NOTHING));

describePages('pages of an employee', EMPLOYEE_ROUTES, EMPLOYEES_WIDTHS, async (page) => {
  await signInEmployee(page, 'Eeva Esihenkilö');
  return employeesThings(page, 'POP-LASTENVALVOJAT');
});

// Nobody whom other tests sign in as: a fourth session of the same person would end the first.
describePages('pages of booking', BOOKING_ROUTES, EMPLOYEES_WIDTHS, async (page) => {
  await signInEmployee(page, 'Vilma Vamma');
  return bookingThings(page, 'VK-ASI');
});
