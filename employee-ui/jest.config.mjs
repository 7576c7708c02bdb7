import { angularJest } from '../ui-shared/jest.angular.mjs';

export default angularJest('employee-ui');
