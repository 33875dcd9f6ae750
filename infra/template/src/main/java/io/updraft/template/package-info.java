/** The application as {@code template.yaml} defines it: functions, triggers, tables, buckets. */
@NullMarked
package io.updraft.template;

import org.jspecify.annotations.NullMarked;
