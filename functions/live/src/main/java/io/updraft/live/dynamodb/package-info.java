/** Subscriptions, and what is held back for them, on the live table. */
@NullMarked
package io.updraft.live.dynamodb;

import org.jspecify.annotations.NullMarked;
