/** Makes an API key. */
@NullMarked
package io.updraft.access.keys.create;

import org.jspecify.annotations.NullMarked;
