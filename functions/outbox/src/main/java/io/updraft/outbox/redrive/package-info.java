/** Publishes again, page by page, what the outbox still holds. */
@NullMarked
package io.updraft.outbox.redrive;

import org.jspecify.annotations.NullMarked;
