/**
 * How every context reads and writes DynamoDB: typed items, guarded writes, transactions with their
 * events.
 */
@NullMarked
package io.updraft.dynamodb;

import org.jspecify.annotations.NullMarked;
