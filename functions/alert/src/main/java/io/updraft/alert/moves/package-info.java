/** What several operations carry out: an alert begins, goes on, or moves. */
@NullMarked
package io.updraft.alert.moves;

import org.jspecify.annotations.NullMarked;
