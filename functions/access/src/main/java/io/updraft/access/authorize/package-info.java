/** Decides who is calling, from the Authorization header. */
@NullMarked
package io.updraft.access.authorize;

import org.jspecify.annotations.NullMarked;
