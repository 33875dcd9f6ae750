/** Speaks to the API and to the object store, with patience, and counts what it cost. */
@NullMarked
package io.updraft.fleet.http;

import org.jspecify.annotations.NullMarked;
