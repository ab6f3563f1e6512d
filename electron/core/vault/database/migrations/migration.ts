/** One step from one schema to the next. Frozen once released: it may import nothing but this file. */
export interface Migration {
  /** The schema this step leaves behind; steps count 1, 2, 3, … without gaps. */
  readonly version: number;
  readonly name: string;
  apply(database: MigrationDatabase): void;
}

/** All a migration may do to the database; it runs inside a transaction that also sets `user_version`. */
export interface MigrationDatabase {
  execute(sql: string): void;
  all<Row>(sql: string): Row[];
  run(sql: string, ...values: string[]): unknown;
}
