/** The outbox as pages, and the place for what can't be published. */
@NullMarked
package io.updraft.outbox.dynamodb;

import org.jspecify.annotations.NullMarked;
