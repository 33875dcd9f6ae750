/**
 * The edge of a function: requests in, callers known, wrong input named, answers and problems out.
 */
@NullMarked
package io.updraft.http;

import org.jspecify.annotations.NullMarked;
