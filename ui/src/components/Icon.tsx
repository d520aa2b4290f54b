// The one set of icons, by what they mean here. Icons never stand alone: a word or a label is beside them.

import {
  ArrowLeft,
  Bell,
  Check,
  ChevronDown,
  ChevronRight,
  ChevronsUpDown,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  Compass,
  Copy,
  Eye,
  EyeOff,
  FileInput,
  FileText,
  FolderOpen,
  FolderSymlink,
  Handshake,
  Hourglass,
  Info,
  Keyboard,
  KeyRound,
  Landmark,
  ArchiveRestore,
  ListChecks,
  Lock,
  LogOut,
  type LucideIcon,
  Mail,
  Minus,
  OctagonPause,
  Phone,
  Plus,
  RefreshCw,
  Save,
  Scale,
  Search,
  Settings2,
  ShieldCheck,
  Sun,
  TriangleAlert,
  X,
} from 'lucide-react';

const icons = {
  back: ArrowLeft,
  bank: Landmark,
  bell: Bell,
  call: Phone,
  check: Check,
  clock: Clock,
  close: X,
  compass: Compass,
  copy: Copy,
  create: Plus,
  decide: Scale,
  done: CircleCheck,
  down: ChevronDown,
  error: CircleAlert,
  failed: CircleX,
  file: FileText,
  folder: FolderOpen,
  forward: ChevronRight,
  handover: FolderSymlink,
  held: OctagonPause,
  help: CircleHelp,
  hide: EyeOff,
  import: FileInput,
  info: Info,
  key: KeyRound,
  keyboard: Keyboard,
  letters: Mail,
  limitation: Hourglass,
  list: ListChecks,
  lock: Lock,
  logout: LogOut,
  minus: Minus,
  preferences: Settings2,
  promise: Handshake,
  refresh: RefreshCw,
  restore: ArchiveRestore,
  save: Save,
  search: Search,
  shield: ShieldCheck,
  show: Eye,
  switch: ChevronsUpDown,
  today: Sun,
  warning: TriangleAlert,
} satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof icons;

const STROKE = 1.6;
const DRAWN_AT = 24;

export function Icon(props: { name: IconName; size?: number }) {
  const Drawing = icons[props.name];
  const size = props.size ?? 18;
  // In rem, so that icons grow with the text; the stroke keeps one width at every size.
  const length = `${size / 16}rem`;
  const stroke = (STROKE * DRAWN_AT) / size;
  return <Drawing width={length} height={length} strokeWidth={stroke} aria-hidden focusable={false} />;
}
