/**
 * The facts that Updraft and its neighbours tell each other: events, their envelope, their streams.
 */
@NullMarked
package io.updraft.events;

import org.jspecify.annotations.NullMarked;
