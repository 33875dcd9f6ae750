/** Neighbouring services that are reached by HTTP. */
@NullMarked
package io.updraft.access.http;

import org.jspecify.annotations.NullMarked;
