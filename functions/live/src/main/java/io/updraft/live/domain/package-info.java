/** Subscriptions, their connections, and what is delivered to them. */
@NullMarked
package io.updraft.live.domain;

import org.jspecify.annotations.NullMarked;
