/* The ways in, one's own account, and everybody's for those who give rights. */
import './accounts/entering.js'
import './accounts/keeping.js'
import './accounts/administering.js'
