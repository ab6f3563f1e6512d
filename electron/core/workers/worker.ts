import { serveTasks } from './serve.ts';
import { registry } from './registry.ts';

serveTasks(registry);
