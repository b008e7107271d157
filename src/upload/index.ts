// The process of the upload action.
import { runProcess } from '../step/process.js';
import { main } from './main.js';

runProcess(main);
