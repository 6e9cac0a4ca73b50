// The app's entry: styles first, so that nothing is ever shown without them.
import './styles/main.css'
import { bootstrap } from './bootstrap.ts'

void bootstrap()
