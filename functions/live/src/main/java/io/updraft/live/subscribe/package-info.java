/** Makes and ends subscriptions. */
@NullMarked
package io.updraft.live.subscribe;

import org.jspecify.annotations.NullMarked;
