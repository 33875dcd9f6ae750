/** API keys as the API shows them. */
@NullMarked
package io.updraft.access.keys;

import org.jspecify.annotations.NullMarked;
