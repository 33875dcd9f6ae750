/** What the outbox holds, and the one way in which it is published: in order per entity. */
@NullMarked
package io.updraft.outbox.domain;

import org.jspecify.annotations.NullMarked;
